from .world_knowledge import LetterCase as LetterCase
from .world_knowledge import World as World
from .world_knowledge import WorldKind as WorldKind
from .world_knowledge import WorldName as WorldName
