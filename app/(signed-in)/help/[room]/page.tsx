import { notFound } from 'next/navigation'
import { HelpRoomPage } from '@/components/help/help-room-page'
import { roomsFor } from '@/components/help/rooms'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  // It shows no one.
  audit: null,
  messages: [],
  load: async ({ actor }, { params }) => roomsFor(actor.role).find(({ key }) => key === params.room),
  show: (room) => (room === undefined ? notFound() : <HelpRoomPage room={room} />),
})
