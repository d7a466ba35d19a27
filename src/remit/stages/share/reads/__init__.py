"""What the public account shows: the record, how far it is sealed, what a certificate says."""

from remit.record import publish
from remit.stages.share.reads.certificate import Certificate, certificate
from remit.stages.share.reads.public import held, key, public_file, report

__all__ = ["Certificate", "certificate", "held", "key", "public_file", "publish", "report"]
