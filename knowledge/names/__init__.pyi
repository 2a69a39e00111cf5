from .held_posts import Certainty as Certainty
from .held_posts import HeldPost as HeldPost
from .post_index import Posts as Posts
from .post_spans import PostSpan as PostSpan
from .resolver import Name as Name
