from .article_budget import NARRATION_SHARE as NARRATION_SHARE
from .article_budget import QUOTED_SHARE as QUOTED_SHARE
from .corpus_check import CheckReport as CheckReport
from .corpus_check import run_check as run_check
from .corpus_diff import since as since
