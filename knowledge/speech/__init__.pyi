from .name_parts import NAME as NAME
