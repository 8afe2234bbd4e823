import { onwardOf } from '@/components/layout/menu'
import { NotFoundPage } from '@/components/layout/not-found-page'
import { currentActor } from '@/lib/server/session'

/** What leads on depends on who reads, never on what is missing. */
const NotFound = async () => {
  const actor = await currentActor()
  return <NotFoundPage onward={actor === null ? [] : onwardOf(actor)} />
}

export default NotFound
