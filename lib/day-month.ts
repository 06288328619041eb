const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "3 Nov", in UTC. Not by `Intl`: it takes a browser 25 ms when it is first asked, before a page can be used. */
export const dayMonth = (at: Date) => `${at.getUTCDate()} ${months[at.getUTCMonth()]}`

/** "13:41", in UTC. */
export const hourMinute = (at: Date) => at.toISOString().slice(11, 16)
