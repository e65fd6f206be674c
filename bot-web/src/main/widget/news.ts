export { again, elsewhere } from "more-words";
