import pg from 'pg'
import { readFloor } from '../../../floor.mjs'
import { Tables } from '../../tables'

export const dynamic = 'force-dynamic'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c TimeZone=UTC',
})

type Props = {
  readonly params: Promise<{ page: string }>
  readonly searchParams: Promise<Record<string, string>>
}

/** The rows of one of our pages with the fewest statements: what it costs at least. */
const Page = async ({ params, searchParams }: Props) => {
  const { token = '', code = '', today = '' } = await searchParams
  return <Tables tables={await readFloor(pool, (await params).page, { token, code, today })} />
}

export default Page
