"""The page kit: how Remit's pages look, read and behave. It knows no domain."""
