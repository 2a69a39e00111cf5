from .claim import Claim as Claim
from .opening import RETENTION_DAYS as RETENTION_DAYS
from .opening import forget_user as forget_user
from .opening import open_state as open_state
from .state_store import StateStore as StateStore
