// Every procedure from every module that offers it, as all seven kinds of user.
import { maySuite } from '../entry/may-suite';

maySuite(() => true);
