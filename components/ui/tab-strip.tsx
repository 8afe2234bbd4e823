import { ScrollStrip } from './scroll-strip'
import { type Tab, TabLinks } from './tabs'

/** Tabs on one line that scrolls sideways on a phone; the first begins where the text of the page does. */
export const TabStrip = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <ScrollStrip
    label={label}
    className="relative -mx-3.5 my-4 flex scroll-px-11 pb-px gap-x-1 overflow-x-auto whitespace-nowrap [mask-image:linear-gradient(90deg,transparent,#000_8px,#000_calc(100%-28px),transparent)] [scrollbar-width:none] max-sm:my-3"
  >
    <TabLinks tabs={tabs} />
  </ScrollStrip>
)
