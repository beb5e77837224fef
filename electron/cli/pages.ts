import type { Page } from '../contract/page'

const pageSize = 100

/** A whole list, asked for page by page. */
export async function* allPages<Row>(
  ask: (page: { page: number; pageSize: number }) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
  for (let page = 0, seen = 0; ; page++) {
    const { rows, total } = await ask({ page, pageSize })
    yield rows
    seen += rows.length
    if (rows.length === 0 || seen >= total) return
  }
}
