from .corpus_edit import CorpusEdit as CorpusEdit
from .corpus_edit import UpkeepDesk as UpkeepDesk
from .merging import merge as merge
from .renaming import rename as rename
from .retiring import retire as retire
