"""The Klangwerk server: a Django project of small apps over the engines."""
