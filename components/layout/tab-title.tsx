/**
 * The words in the tab, in the page as it is sent: they stand there without script too. A form may put "Error:" before them, and a
 * page that someone hid has others (quiet.ts).
 */
export const TabTitle = ({ text }: { text: string }) => <title>{text}</title>
