from .claim import Claim as Claim
from .opening import open_state as open_state
from .state_store import StateStore as StateStore
