/**
 * What every page does with a script. Without it everything can still be read and reached.
 */

import "./chooser.js";
import "./offline.js";

if (document.querySelector(".press-cite")) import("./cite.js");
