"""Domain rules: what the service would reject though the schema allows it. One file a family; none is written yet."""
