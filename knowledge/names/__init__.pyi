from .resolver import Name as Name
