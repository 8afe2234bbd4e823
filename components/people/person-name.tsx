/**
 * A person in a list: the name on screen, initials on paper, which is read by others (globals.css). Without a name (discreet mode) the
 * initials stand on screen too; the name has not come to this device then.
 */
export const PersonName = ({ full, initials }: { full: string | null; initials: string }) => (
  <bdi translate="no" className="name">
    {full === null || full === initials ? (
      initials
    ) : (
      <>
        <span>{full}</span>
        <span>{initials}</span>
      </>
    )}
  </bdi>
)
