from .article_store import AddedText as AddedText
from .bulk_adding import BulkReport as BulkReport
from .bulk_adding import add_folder as add_folder
from .bulk_adding import list_texts as list_texts
from .incoming_article import read_article as read_article
from .incoming_article import read_source as read_source
from .library import Library as Library
from .library import add_text as add_text
