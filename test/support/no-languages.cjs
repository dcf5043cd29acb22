// No sentences of a package in other languages than English.
