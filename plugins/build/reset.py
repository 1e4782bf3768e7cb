"""Forgets the work that is remembered, so that a build makes everything anew."""

from __future__ import annotations

import shutil

from plugins.build.catalogues import LAST_GOOD
from plugins.build.config import Config
from plugins.cache.faults import faults_at
from plugins.cache.store import Store


def forget(config: Config, store: Store) -> None:
    """Forgets results, digests of files and renditions; what belongs to whom in the output stays known.

    The last good state of a broken catalogue stays too: it is no result, and in no other place
    (``on_broken: keep``). Raises ``NotWritable``, ``NoSpace``, ``Damaged``.
    """
    store.values.keep_namespace(LAST_GOOD)
    store.inputs.drop(store.inputs.below(""))
    store.flush()
    for folder in (config.renditions, config.documents, config.code):
        with faults_at(folder):
            if folder.exists():
                shutil.rmtree(folder)
