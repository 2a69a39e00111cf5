from .corpus_edit import CorpusEdit as CorpusEdit
from .corpus_edit import UpkeepDesk as UpkeepDesk
from .merging import merge as merge
from .open_work import OpenWork as OpenWork
from .open_work import WorkKind as WorkKind
from .renaming import rename as rename
from .retiring import retire as retire
from .todo_list import list_open_work as list_open_work
