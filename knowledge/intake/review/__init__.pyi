from .decisions import CuratorVerdict as CuratorVerdict
from .decisions import Decision as Decision
from .decisions import Naming as Naming
from .new_entities import make_free_id as make_free_id
from .review_session import Review as Review
from .review_session import begin_review as begin_review
from .review_session import find_head_problem as find_head_problem
from .review_session import give_head as give_head
