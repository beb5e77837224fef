import type { KeyboardEvent } from 'react'

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrow keys walk from box to box and step over those that cannot be ticked. */
export function walkBoxes(event: KeyboardEvent<HTMLTableSectionElement>) {
  // Enter on a box would send the form around it, where a person only meant to tick.
  if (event.key === 'Enter') event.preventDefault()
  const step = steps[event.key]
  const cell = (event.target as Element).closest('td')
  if (!step || !cell) return
  event.preventDefault()
  const rows = [...event.currentTarget.rows]
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement) + step[0]
  let column = cell.cellIndex + step[1]
  for (;;) {
    const next = rows[row]?.cells[column]
    if (!next) return
    const box = next.querySelector<HTMLInputElement>('input:enabled')
    if (box) return box.focus()
    row += step[0]
    column += step[1]
  }
}
