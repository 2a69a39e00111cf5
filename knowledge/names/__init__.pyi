from .held_posts import Certainty as Certainty
from .held_posts import HeldPost as HeldPost
from .office_holders import HolderOutcome as HolderOutcome
from .office_holders import OfficeHolders as OfficeHolders
from .office_holders import decide_holders as decide_holders
from .post_index import Posts as Posts
from .post_spans import PostSpan as PostSpan
from .resolver import Name as Name
