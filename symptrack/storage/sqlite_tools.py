"""sqlite_utils on SQLCipher: imported only where something is written or migrated."""

import sys

import sqlcipher3
import sqlcipher3.dbapi2

# Without the alias sqlite_utils would catch the errors of the standard ``sqlite3``, which
# SQLCipher's are not.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

# sqlite_utils imports numpy where it is installed, for column types that no journal has: 20 MB and
# half of its time. Python refuses a module that stands as None. A thread that imports numpy must
# therefore import this module first; the front door sees to that.
_numpy = {name: sys.modules.pop(name) for name in ("numpy",) if name in sys.modules}
sys.modules["numpy"] = None  # type: ignore[assignment]  # what refuses an import

from sqlite_utils import Database as SqliteTools  # noqa: E402 - after the alias
from sqlite_utils import Migrations  # noqa: E402

del sys.modules["numpy"]
sys.modules.update(_numpy)

__all__ = ["Migrations", "SqliteTools"]
