"""The keys of the questions about a person.

A key is such as `field:like`, `wish:<uid>:said`, `wish:new:mine`, `move:<uid>:why`, `tie:who`.
"""

NEW_WISH, NEW_DEMAND = "wish:new:mine", "wish:new:theirs"
TIE_WHO, TIE_KIND, REVERSE = "tie:who", "tie:kind", "kind:reverse"
