from .claim import Claim as Claim
from .database_errors import DatabaseAwayError as DatabaseAwayError
from .examine import examine_state as examine_state
from .opening import IN_MEMORY as IN_MEMORY
from .opening import RETENTION_DAYS as RETENTION_DAYS
from .opening import forget_user as forget_user
from .opening import open_state as open_state
from .state_store import StateStore as StateStore
