from .article_budget import WordsLeft as WordsLeft
from .corpus_check import CheckReport as CheckReport
from .corpus_check import run_check as run_check
from .corpus_diff import since as since
from .corpus_edit import EntryChange as EntryChange
from .corpus_edit import edit_corpus as edit_corpus
from .short_names import is_long_name as is_long_name
