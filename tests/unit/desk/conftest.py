"""What all tests of the desk share."""

from tests.unit.desk.desks import desk as desk
from tests.unit.desk.desks import newsroom as newsroom
from tests.unit.desk.desks import outside as outside
