import Link from '@mui/material/Link'
import type { ActivityRow } from '../../../electron/contract/activity'
import { GoLink } from '../../ui/GoLink'
import { objectPath } from './object-path'

/** What was changed, leading to it where it has a page. */
export function ObjectLink({ entry }: { entry: ActivityRow }) {
  const path = objectPath(entry)
  if (path === null) return <>{entry.subjectName}</>
  return (
    <Link component={GoLink} to={path}>
      {entry.subjectName}
    </Link>
  )
}
