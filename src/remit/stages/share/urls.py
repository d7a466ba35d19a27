from django.urls import path

app_name = "share"
urlpatterns = []
machines = []
