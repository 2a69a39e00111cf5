from .question import MAX_LENGTH as MAX_LENGTH
from .question import FoundName as FoundName
from .question import Question as Question
from .question import Topic as Topic
from .question import find_topic as find_topic
from .question import read as read
