<<<<<<< HEAD
import Testing
=======
// The room is still empty.
>>>>>>> conf
