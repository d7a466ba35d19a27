from django.urls import path

app_name = "decide"
urlpatterns = []
