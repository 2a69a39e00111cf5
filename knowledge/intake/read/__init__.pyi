from .candidate import Candidate as Candidate
from .decoding import is_text_encoding as is_text_encoding
from .evaluation import evaluate as evaluate
from .head import Head as Head
from .slices import find_words as find_words
from .slices import join_runs as join_runs
from .slices import strip_edges as strip_edges
from .slices import write_slice as write_slice
