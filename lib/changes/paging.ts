/** How many change sets stand on a page of Activity. */
export const setsPerPage = 50

/** As many changes of a set Activity shows at once. */
export const changesShown = 20

/** How many changes of a set, and entries of the tenant's log about them, stand on a page of it. */
export const stepsPerPage = 100
