"""Documents that go with people: the model's texts as blocks, and the blocks as PDF and as Word."""
