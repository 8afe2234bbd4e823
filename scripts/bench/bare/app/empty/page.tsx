export const dynamic = 'force-dynamic'

/** A page with nothing on it: what its script weighs is Next's own. */
const Empty = () => <p>Nothing.</p>

export default Empty
