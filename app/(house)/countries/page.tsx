import { redirect } from 'next/navigation'
import { enter } from '@/lib/server/enter'

/** One country so far: the list begins with the second. */
export default enter({
  permission: 'country:read',
  audit: null,
  load: async () => null,
  show: () => redirect('/countries/be'),
})
