not packed
