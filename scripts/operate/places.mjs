// Where everything of an installation lies, and how its account and units are called.
/** One of several organisations on this machine (scripts/operate/organisations.mjs); null where there is one. */
export const organisation = process.env.ACCOMPANY_ORG || null

/** @param {string | null} name */
export const placesOf = (name) => {
  const stem = name === null ? 'accompany' : `accompany-${name}`
  const inside = (/** @type {string} */ folder) => (name === null ? folder : `${folder}/of/${name}`)
  const [etc, opt] = [inside('/etc/accompany'), inside('/opt/accompany')]
  return {
    /** The account that serves, and how units and files of others are called. No one signs in with it. */
    stem,
    settings: `${etc}/accompany.env`,
    secrets: `${etc}/secrets`,
    state: `/var/lib/${stem}`,
    releases: '/opt/accompany',
    current: `${opt}/current`,
    slots: `${opt}/slots`,
    units: '/etc/systemd/system',
    caddy: '/etc/caddy',
    command: `/usr/local/bin/${stem}`,
  }
}
export const places = placesOf(organisation)
export const ACCOUNT = places.stem
