'use client'

import type { Rework } from '../scope-menu'
import { MergeScope } from './merge-scope'
import { RenameScope } from './rename-scope'
import type { ReworkProps } from './rework-dialog'
import { SplitScope } from './split-scope'

const dialogs = { rename: RenameScope, split: SplitScope, merge: MergeScope }

/** The dialog for what was picked. */
export function ReworkScope({ rework, ...props }: ReworkProps & { rework: Rework }) {
  const Shown = dialogs[rework]
  return <Shown {...props} />
}
