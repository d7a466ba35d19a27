from django.urls import path

app_name = "charter"
urlpatterns = []
