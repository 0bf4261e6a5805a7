"""What the words around a date say: which side it lies on, what it is counted from, whose day it is."""
