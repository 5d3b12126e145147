import { runTogether } from "./run-together";

runTogether("api", 3, 4);
