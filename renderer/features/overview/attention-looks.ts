import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined'
import DeleteSweepOutlined from '@mui/icons-material/DeleteSweepOutlined'
import EventBusyRounded from '@mui/icons-material/EventBusyRounded'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import KeyOffRounded from '@mui/icons-material/KeyOffRounded'
import PublishedWithChangesRounded from '@mui/icons-material/PublishedWithChangesRounded'
import ScheduleRounded from '@mui/icons-material/ScheduleRounded'
import SyncProblemRounded from '@mui/icons-material/SyncProblemRounded'
import TrendingUpRounded from '@mui/icons-material/TrendingUpRounded'
import type { ComponentType } from 'react'
import type { AttentionKind } from '../../../electron/contract/attention'
import type { Tone } from '../../ui/tones'

/** Bad is what stands still already, notice what will, and waiting what only has to be done. */
export const attentionLooks: Record<AttentionKind, { tone: Tone; Icon: ComponentType }> = {
  expired_called: { tone: 'bad', Icon: EventBusyRounded },
  replaced_called: { tone: 'bad', Icon: SyncProblemRounded },
  refused_spike: { tone: 'bad', Icon: TrendingUpRounded },
  expiring_7: { tone: 'notice', Icon: ScheduleRounded },
  keys_in_file: { tone: 'notice', Icon: KeyOffRounded },
  unused_delete: { tone: 'notice', Icon: DeleteSweepOutlined },
  rotation_ready: { tone: 'waiting', Icon: PublishedWithChangesRounded },
  review_ready: { tone: 'waiting', Icon: FactCheckOutlined },
  backup_overdue: { tone: 'waiting', Icon: ArchiveOutlined },
}
